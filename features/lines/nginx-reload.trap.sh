SITE=/etc/nginx/sites-available/horizon-proxy
PROXY=http://$(sudo sed -n 's/^ *listen \(.*\);/\1/p' $SITE)
sudo sed -i 's|proxy_pass \(.*\):[0-9]*;|proxy_pass \1:4;|' $SITE
sudo systemctl reload nginx
echo "right after the reload: $(curl -s -o /dev/null -w '%{http_code}' $PROXY/)"
ps -ww -C nginx -o args=
sleep 5
echo "5 s later: $(curl -s -o /dev/null -w '%{http_code}' $PROXY/)"
