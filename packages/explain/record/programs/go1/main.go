package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	client, err := mongo.Connect(ctx, options.Client().ApplyURI(os.Getenv("RECORD_URI")))
	if err != nil {
		log.Fatal(err)
	}
	if err := client.Ping(ctx, nil); err != nil {
		log.Fatal(err)
	}
	database := os.Getenv("RECORD_DATABASE")
	if err := client.Database(database).Collection("orders").FindOne(ctx, bson.D{}).Err(); err != nil && err != mongo.ErrNoDocuments {
		log.Fatal(err)
	}
	fmt.Println("no error")
}
