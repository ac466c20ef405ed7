SITE=/etc/nginx/sites-available/horizon-proxy
sudo sed -i 's|proxy_pass  .*;|proxy_pass https://127.0.0.1:4;|' $SITE
echo "sed ends with $?"
sudo grep -qF 'proxy_pass https://127.0.0.1:4;' $SITE || { echo "the edit is not in the file"; exit 1; }
sudo nginx -t && sudo systemctl restart nginx && echo restarted
