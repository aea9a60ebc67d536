#!/bin/bash
# Copied from a web page: two faults.
set -eu

apt-get update
apt-get install nginx
echo "It’s running on $(hostname)" > /var/www/html/index.html
systemctl enable --now nginx
