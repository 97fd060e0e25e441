use mongodb::{bson::{doc, Document}, Client};

#[tokio::main]
async fn main() -> mongodb::error::Result<()> {
    let client = Client::with_uri_str(std::env::var("RECORD_URI").unwrap()).await?;
    let database = client.default_database().unwrap_or_else(|| client.database("test"));
    database.run_command(doc! { "ping": 1 }, None).await?;
    database.collection::<Document>("orders").find_one(doc! {}, None).await?;
    println!("no error");
    Ok(())
}
