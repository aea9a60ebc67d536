#!/bin/bash
# Copied from a web page: two faults.
set -eu
export DEBIAN_FRONTEND=noninteractive

apt-get update
apt-get -o DPkg::Lock::Timeout=300 install nginx
echo "It’s running on $(hostname)" > /var/www/html/index.html
systemctl enable --now nginx
