using Acceptance.Cloud;

namespace Acceptance.Runs.Permits;

/// <summary>
/// The permit may stand in the site, which is only read while the cloud is opened: until it is known, nothing may
/// leave.
/// </summary>
internal sealed class DeferredGate : IRequestGate
{
    private IRequestGate? _gate;

    public void Become(IRequestGate gate) => _gate = gate;

    public Permission Ask(Intent intent) =>
        _gate?.Ask(intent) ?? Permission.No($"{intent}: the permit of this run is not known yet");

    public void Ended(Exchange exchange) => _gate?.Ended(exchange);
}
