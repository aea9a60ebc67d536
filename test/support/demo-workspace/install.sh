#!/bin/bash
# Runs once, as root, when the new server starts for the first time.
set -eu

apt-get update
apt-get install -y nginx
echo "Hello from $(hostname)" > /var/www/html/index.html
systemctl enable --now nginx
