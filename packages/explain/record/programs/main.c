#include <mongoc/mongoc.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  bson_error_t error;
  mongoc_init();
  mongoc_uri_t *uri = mongoc_uri_new_with_error(getenv("RECORD_URI"), &error);
  if (!uri) {
    fprintf(stderr, "Failed to parse URI: %s\n", error.message);
    return 1;
  }
  mongoc_client_t *client = mongoc_client_new_from_uri_with_error(uri, &error);
  if (!client) {
    fprintf(stderr, "Failed to create client: %s\n", error.message);
    return 1;
  }
  bson_t *ping = BCON_NEW("ping", BCON_INT32(1)), reply;
  if (!mongoc_client_command_simple(client, "admin", ping, NULL, &reply, &error)) {
    fprintf(stderr, "error %u.%u: %s\n", error.domain, error.code, error.message);
    return 1;
  }
  const char *database = mongoc_uri_get_database(uri);
  mongoc_collection_t *orders = mongoc_client_get_collection(client, database ? database : "test", "orders");
  bson_t *filter = bson_new();
  mongoc_cursor_t *cursor = mongoc_collection_find_with_opts(orders, filter, NULL, NULL);
  const bson_t *document;
  mongoc_cursor_next(cursor, &document);
  if (mongoc_cursor_error(cursor, &error)) {
    fprintf(stderr, "error %u.%u: %s\n", error.domain, error.code, error.message);
    return 1;
  }
  puts("no error");
  return 0;
}
