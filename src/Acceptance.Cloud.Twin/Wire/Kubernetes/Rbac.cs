using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// What the roles that are bound to a user or to one of their groups allow: everywhere by a ClusterRoleBinding, in
/// its namespace by a RoleBinding.
/// </summary>
internal static class Rbac
{
    public static bool Allows(KubeCluster cluster, KubeUser user, string verb, string plural, string group, string? ns)
    {
        var store = cluster.Store;
        var bindings = store
            .List(KubeKinds.ClusterRoleBinding)
            .Concat(ns is null ? [] : store.List(KubeKinds.RoleBinding, ns));
        return bindings
            .Where(binding => Names(binding, user))
            .Any(binding =>
                RoleOf(store, binding) is { } role
                && Rules(role)
                    .Any(rule =>
                        Has(rule, "verbs", verb) && Has(rule, "apiGroups", group) && Has(rule, "resources", plural)
                    )
            );
    }

    private static bool Names(KubeObject binding, KubeUser user) =>
        (binding.Body["subjects"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Any(subject =>
                (string?)subject["kind"] == "Group"
                    ? user.Groups.Contains((string?)subject["name"])
                    : (string?)subject["name"] == user.Name
            );

    private static KubeObject? RoleOf(ObjectStore store, KubeObject binding)
    {
        var name = (string?)binding.Body["roleRef"]?["name"] ?? "";
        return (string?)binding.Body["roleRef"]?["kind"] == "Role"
            ? store.Find(KubeKinds.Role, binding.Namespace, name)
            : store.Find(KubeKinds.ClusterRole, "", name);
    }

    private static IEnumerable<JsonObject> Rules(KubeObject role) =>
        (role.Body["rules"] as JsonArray ?? []).OfType<JsonObject>();

    private static bool Has(JsonObject rule, string member, string wanted) =>
        KubeObject.Strings(rule[member]).Any(one => one == "*" || one == wanted);
}
