require 'mongo'

client = Mongo::Client.new(ENV['RECORD_URI'])
client.database.command(ping: 1)
client[:orders].find.first
puts 'no error'
