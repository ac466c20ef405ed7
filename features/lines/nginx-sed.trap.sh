SITE=/etc/nginx/sites-available/horizon-proxy
PROXY=http://$(sudo sed -n 's/^ *listen \(.*\);/\1/p' $SITE)
sudo sed -i 's|proxy_pass  .*;|proxy_pass https://127.0.0.1:4;|' $SITE
echo "sed ends with $?"
sudo nginx -t && sudo systemctl restart nginx && echo restarted
echo "the proxy answers as before: $(curl -s -o /dev/null -w '%{http_code}' $PROXY/)"
