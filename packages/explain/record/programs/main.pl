use strict;
use warnings;
use MongoDB;

my $client = MongoDB->connect($ENV{RECORD_URI});
$client->get_database('admin')->run_command([ ping => 1 ]);
$client->get_database($ENV{RECORD_DATABASE})->get_collection('orders')->find_one({});
print "no error\n";
