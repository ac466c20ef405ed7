using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>
/// A secret that is stored and taken away, where Magnum puts the certificates of every cluster; nothing secret is in
/// it, and it ends by itself within minutes.
/// </summary>
public sealed class SecretTrial
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ISecrets _secrets;
    private readonly Deeds _deeds;
    private readonly FactBook _facts;
    private readonly ICloudClock _clock;
    private readonly SharedOnce<Reading<string>> _once;

    public SecretTrial(ISecrets secrets, Deeds deeds, FactBook facts, ICloudClock clock)
    {
        (_secrets, _deeds, _facts, _clock) = (secrets, deeds, facts, clock);
        _once = new("a secret", Tried);
    }

    /// <summary>Once a run; whether the store takes it is put into the facts, for the checks to judge.</summary>
    public Task Try() => _once.Get();

    // Magnum stores with its own login, an administrator's; so do we.
    private async Task<Reading<string>> Tried()
    {
        _deeds.Demand(Permit.Mutate, $"storing a secret and taking it away");
        await _deeds.Hold();
        var name = Marks.Named("secret", _deeds.Journal.RunId);
        var request = new SecretRequest(name, "a trial, nothing secret", _clock.Now + Life);
        return await new Trial(_deeds, _facts, PrerequisiteFacts.SecretStored).Make(
            Marks.Secret,
            name,
            () => _secrets.Store(Scope.Admin, request),
            id => _secrets.Delete(Scope.Admin, id)
        );
    }
}
