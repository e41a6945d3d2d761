-- The catalogue over ledger and objects: projections only, made again at any time by
-- `affiant reindex`. Works on H2 (MODE=PostgreSQL) and on PostgreSQL.

create table projected_to (
  one boolean default true primary key check (one),
  schema_version int not null,
  size bigint not null,
  root varchar(64) not null
);

-- filing: filed, gone (erased or lost), altered (not what the entry commits to), unread (not
-- understood), second (another end of an attempt that has one)
create table entry (
  seq bigint primary key,
  type varchar(32) not null,
  id uuid not null,
  commit_sha256 varchar(64) not null,
  anchor_sha256 varchar(64),
  filing varchar(10) not null
);
create index entry_id on entry (id);

create table case_file (
  id uuid primary key,
  seq bigint not null,
  label varchar(200) not null,
  purpose varchar(100) not null,
  purpose_text text not null,
  lawful_basis varchar(100) not null,
  basis_references text not null,
  operator text not null,
  operator_role text not null,
  controller text not null,
  jurisdictions text not null,
  retention varchar(200) not null,
  zone varchar(100) not null,
  opened_at timestamp(3) with time zone
);
create index case_file_label on case_file (label);

create table attempt (
  id uuid primary key,
  seq bigint not null,
  case_id uuid,
  url text not null,
  host varchar(300) not null,
  address varchar(64) not null,
  operator text not null,
  profile varchar(200),
  engine varchar(50) not null,
  occasion varchar(20) not null,
  batch varchar(64),
  lab boolean not null,
  begun_at timestamp(3) with time zone
);
create index attempt_address on attempt (address, seq);
create index attempt_batch on attempt (batch);

-- one row for each order that has ended: a capture, a refusal, an interrupted attempt
create table capture (
  id uuid primary key,
  seq bigint not null,
  type varchar(32) not null,
  case_id uuid,
  outcome varchar(20) not null,
  lab boolean not null,
  url_requested text not null,
  url_final text not null,
  url_canonical text,
  host varchar(300) not null,
  address varchar(64) not null,
  title text,
  lang varchar(100),
  profile varchar(200),
  engine varchar(50),
  started_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  commit_sha256 varchar(64) not null,
  artifacts int not null,
  bytes bigint not null,
  withheld int not null
);
create unique index capture_seq on capture (seq);
create index capture_case on capture (case_id, seq);
create index capture_host on capture (host, seq);
create index capture_address on capture (address, seq);

-- kind: reason, warning, review
create table capture_note (
  capture_id uuid not null,
  n int not null,
  kind varchar(10) not null,
  code varchar(500) not null,
  detail text not null,
  primary key (capture_id, n)
);

create table artifact (
  capture_id uuid not null,
  n int not null,
  name varchar(200) not null,
  role varchar(50) not null,
  label varchar(500),
  media_type varchar(200) not null,
  bytes bigint not null,
  sha256 varchar(64) not null,
  created_by text not null,
  primary key (capture_id, n)
);
create index artifact_sha256 on artifact (sha256);

create table ground (
  capture_id uuid not null,
  n int not null,
  stage varchar(20) not null,
  effect varchar(30) not null,
  rule varchar(100) not null,
  why text not null,
  remedy text not null,
  decided_at timestamp(3) with time zone,
  primary key (capture_id, n)
);

-- everything else that is on record: keys, exports, holds, erasures …
create table act (
  seq bigint primary key,
  type varchar(32) not null,
  id uuid not null,
  case_id uuid,
  acted_at timestamp(3) with time zone,
  document text not null
);
create index act_case on act (case_id, seq);

create table act_capture (
  seq bigint not null,
  capture_id uuid not null,
  primary key (seq, capture_id)
);
create index act_capture_id on act_capture (capture_id);
