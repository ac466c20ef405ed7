using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Worlds.OpenStack;

/// <summary>Barbican, of which no fact is read without a deed.</summary>
internal sealed class WorldSecrets(WorldReadings readings) : ISecrets
{
    public Task<Reading<string>> Store(Scope scope, SecretRequest request, CancellationToken cancel = default) =>
        readings.OnlyRead<string>("secret store");

    public Task<Reading<Done>> Delete(Scope scope, string id, CancellationToken cancel = default) =>
        readings.OnlyRead<Done>("secret delete");
}
