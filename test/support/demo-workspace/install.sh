#!/bin/bash
# Runs once, as root, when the new server starts for the first time.
set -eu
export DEBIAN_FRONTEND=noninteractive

apt-get update
apt-get -o DPkg::Lock::Timeout=300 install -y nginx
echo "Hello from $(hostname)" > /var/www/html/index.html
systemctl enable --now nginx
