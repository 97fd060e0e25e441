require 'uri'

# Ruby 3 has dropped what this release of the driver still calls.
def URI.decode(text) = URI::DEFAULT_PARSER.unescape(text)

require 'mongo'

# This release knows TLS by its old name, and its files as options of the code alone.
files = {}
string = ENV['RECORD_URI'].gsub(/([?&])(tlsCAFile|tlsCertificateKeyFile)=([^&]*)&?/) do
  files[$2] = URI.decode($3)
  $1
end
string = string.sub(/([?&])tls=/, '\1ssl=').sub(/[?&]\z/, '')
options = {}
options[:ssl_ca_cert] = files['tlsCAFile'] if files.key?('tlsCAFile')
options[:ssl_cert] = options[:ssl_key] = files['tlsCertificateKeyFile'] if files.key?('tlsCertificateKeyFile')

client = Mongo::Client.new(string, options)
client.database.command(ping: 1)
client[:orders].find.first
puts 'no error'
