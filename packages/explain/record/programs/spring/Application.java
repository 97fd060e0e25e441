package com.example.orders;

import org.bson.Document;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

@SpringBootApplication
public class Application {
    public static void main(String[] args) {
        SpringApplication.run(Application.class, "--spring.data.mongodb.uri=" + System.getenv("RECORD_URI"),
            "--spring.data.mongodb.database=" + System.getenv("RECORD_DATABASE"), "--spring.main.banner-mode=off");
    }

    @Bean
    CommandLineRunner orders(MongoTemplate template) {
        return args -> {
            template.executeCommand("{ ping: 1 }");
            template.findOne(new Query(), Document.class, "orders");
            System.out.println("no error");
        };
    }
}
