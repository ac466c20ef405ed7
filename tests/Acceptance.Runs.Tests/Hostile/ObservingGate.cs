using Acceptance.Cloud;
using Acceptance.Cloud.Permits;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>The permit observe, whatever the site says.</summary>
internal sealed class ObservingGate : IRequestGate
{
    public Permission Ask(Intent intent) =>
        intent.Needs > Permit.Observe ? Permission.No($"{intent} is more than observe") : Permission.Yes;

    public void Ended(Exchange exchange) { }
}
