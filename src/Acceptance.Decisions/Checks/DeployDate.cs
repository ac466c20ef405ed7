using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Decisions.Checks;

/// <summary>
/// When the cloud was deployed, as far as anything still shows: juju's own moments begin anew with a credential or a
/// restart, a network of Neutron's keeps the moment it was made.
/// </summary>
public static class DeployDate
{
    /// <summary>The earliest trace; null where there is none.</summary>
    public static DateTimeOffset? Of(JujuModel model, Reading<IReadOnlyList<NeutronNetwork>>? networks) =>
        (networks?.ValueOrDefault ?? []).Select(network => network.Created).Append(model.Traced).Min();
}
