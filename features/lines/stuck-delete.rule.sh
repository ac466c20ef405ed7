kubectl --kubeconfig ~/capi-mgmt.kubeconfig get openstackcluster --all-namespaces
kubectl --kubeconfig ~/capi-mgmt.kubeconfig -n default patch openstackcluster a-name-that-was-guessed \
  --type merge -p '{"metadata":{"finalizers":null}}' 2>&1
echo "the patch ended with $?"
