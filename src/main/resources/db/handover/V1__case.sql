-- One case in one file. Plain tables only: no view, no routine, no trigger, so that whoever opens
-- the file runs nothing.
create table a1_readme (n int primary key, text varchar(2000) not null);
create table case_file (id uuid primary key, label varchar(200) not null, commit_sha256 varchar(64) not null);
create table public_key (vkey varchar(500) primary key, pem varchar(1000) not null);
create table capture (
  id uuid primary key, entry bigint not null, type varchar(32) not null, outcome varchar(20) not null,
  url_requested varchar(100000) not null, url_final varchar(100000) not null, title varchar(100000),
  lab boolean not null, started_at timestamp(3) with time zone, ended_at timestamp(3) with time zone,
  commit_sha256 varchar(64) not null, entry_text varchar(1000) not null, proof varchar(10000) not null);
create table artifact (
  capture_id uuid not null, name varchar(200) not null, role varchar(50) not null, label varchar(500),
  media_type varchar(200) not null, bytes bigint not null, sha256 varchar(64) not null,
  primary key (capture_id, name));
create table custody (
  entry bigint primary key, type varchar(32) not null, id uuid not null,
  acted_at timestamp(3) with time zone, commit_sha256 varchar(64) not null);
create table object (sha256 varchar(64) primary key, bytes bigint not null, content blob not null);
create table absent (sha256 varchar(64) primary key, what varchar(1000) not null);
create table ledger_file (path varchar(200) primary key, content blob not null);
