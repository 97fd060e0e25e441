<?php
$manager = new MongoDB\Driver\Manager(getenv('RECORD_URI'));
$manager->executeCommand('admin', new MongoDB\Driver\Command(['ping' => 1]));
$manager->executeQuery(getenv('RECORD_DATABASE') . '.orders', new MongoDB\Driver\Query([], ['limit' => 1]));
echo "no error\n";
