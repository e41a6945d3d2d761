// Reads every record of a WARC with warcio, checks digests, lengths and offsets, and prints a line.
// Called by warcio-check.sh, which says where warcio is.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [, , file, modules] = process.argv;
const warcio = createRequire(modules + "/").resolve("warcio");
const { WARCParser } = await import(pathToFileURL(warcio));

const parser = new WARCParser(createReadStream(file), { keepHeadersCase: true });
const types = {};
let faults = 0;
const wrong = (record, words) => {
  faults++;
  console.log(`${record.warcType} ${record.warcTargetURI}: ${words}`);
};

for await (const record of parser) {
  types[record.warcType] = (types[record.warcType] || 0) + 1;
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of record) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  const said = record.warcPayloadDigest;
  if (said && record.warcType !== "revisit" && said !== "sha256:" + hash.digest("hex")) {
    wrong(record, "payload is not what WARC-Payload-Digest says");
  }
  const http = record.httpHeaders;
  if (http && record.warcType === "response") {
    const length = http.headers.get("Content-Length");
    if (length && Number(length) !== bytes) {
      wrong(record, `Content-Length ${length}, body ${bytes}`);
    }
  }
}
console.log(JSON.stringify({ file, records: types, faults }));
process.exit(faults ? 1 : 0);
