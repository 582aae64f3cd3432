#include "schemas.h"

// clang takes #embed in every language mode and warns outside C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

// C23 #embed: the file becomes bytes of the binary. A new schema is one line in each of the two lists.
static const uint8_t readme[] = {
#embed "README.md"
};

static const uint8_t atom[] = {
#embed "atom.rng"
};
static const uint8_t bibtex_data_model[] = {
#embed "bibtex-data-model.json"
};
static const uint8_t csl_data[] = {
#embed "csl-data.schema.json"
};
static const uint8_t csvw_bundle[] = {
#embed "csvw-bundle.json"
};
static const uint8_t csvw_collection[] = {
#embed "csvw-collection.json"
};
static const uint8_t csvw_papers[] = {
#embed "csvw-papers.json"
};
static const uint8_t diff[] = {
#embed "diff.schema.json"
};
static const uint8_t digest_shape[] = {
#embed "digest.schema.json"
};
static const uint8_t hayagriva[] = {
#embed "hayagriva.schema.json"
};
static const uint8_t jats_subset[] = {
#embed "jats-subset.rng"
};
static const uint8_t json_feed[] = {
#embed "json-feed.schema.json"
};
static const uint8_t loss_report[] = {
#embed "loss-report.schema.json"
};
static const uint8_t note[] = {
#embed "note.schema.json"
};
static const uint8_t opml[] = {
#embed "opml-2.0.rng"
};

static const uint8_t stats[] = {
#embed "stats.schema.json"
};

static const uint8_t worker_reply[] = {
#embed "worker-reply.schema.json"
};
static const uint8_t worker_request[] = {
#embed "worker-request.schema.json"
};

static const uint8_t zotero_rdf[] = {
#embed "zotero-rdf.rng"
};

#define SCHEMA(file, array) {file, array, sizeof array}

static const DCSchema schemas[] = {
    SCHEMA("README.md", readme),
    SCHEMA("atom.rng", atom),
    SCHEMA("bibtex-data-model.json", bibtex_data_model),
    SCHEMA("csl-data.schema.json", csl_data),
    SCHEMA("csvw-bundle.json", csvw_bundle),
    SCHEMA("csvw-collection.json", csvw_collection),
    SCHEMA("csvw-papers.json", csvw_papers),
    SCHEMA("diff.schema.json", diff),
    SCHEMA("digest.schema.json", digest_shape),
    SCHEMA("hayagriva.schema.json", hayagriva),
    SCHEMA("jats-subset.rng", jats_subset),
    SCHEMA("json-feed.schema.json", json_feed),
    SCHEMA("loss-report.schema.json", loss_report),
    SCHEMA("note.schema.json", note),
    SCHEMA("opml-2.0.rng", opml),
    SCHEMA("stats.schema.json", stats),
    SCHEMA("worker-reply.schema.json", worker_reply),
    SCHEMA("worker-request.schema.json", worker_request),
    SCHEMA("zotero-rdf.rng", zotero_rdf),
};

const DCSchema *dc_schemas(size_t *count) {
  *count = sizeof schemas / sizeof schemas[0];
  return schemas;
}
