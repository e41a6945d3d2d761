package dev.affiant.lab;

import dev.affiant.evidence.Digest;

/**
 * What the lab has sent in answer to one request.
 *
 * @param request the number of the request that it answers
 * @param status the status; 0 where every byte was written by hand
 * @param body the bytes of the body that were handed to the connection, content coding applied,
 *     chunking not; of an answer by hand all bytes, its head included
 * @param whole whether the lab said all it had to say; false if the client left before
 */
public record Sent(int request, int status, Digest body, boolean whole) {}
