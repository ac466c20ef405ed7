. ~/capi-mgmt-net.env
ssh -o BatchMode=yes -o StrictHostKeyChecking=no ubuntu@"$MGMT_FIP" 'sudo helm upgrade --install cert-manager jetstack/cert-manager -n cert-manager --create-namespace --set installCRDs=true' </dev/null
