require 'uri'

# Ruby 3 has dropped what this release of the driver still calls.
def URI.decode(text) = URI::DEFAULT_PARSER.unescape(text)

require 'mongo'

client = Mongo::Client.new(ENV['RECORD_URI'])
client.database.command(ping: 1)
client[:orders].find.first
puts 'no error'
