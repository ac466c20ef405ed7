using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>
/// A trust that is made and taken back, as Magnum makes one for every cluster: of ours to ourselves, and it ends by
/// itself within minutes.
/// </summary>
public sealed class TrustTrial
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly IIdentity _identity;
    private readonly Scope _tenant;
    private readonly Deeds _deeds;
    private readonly FactBook _facts;
    private readonly ICloudClock _clock;
    private readonly SharedOnce<Reading<string>> _once;

    public TrustTrial(IIdentity identity, Scope tenant, Deeds deeds, FactBook facts, ICloudClock clock)
    {
        (_identity, _tenant, _deeds, _facts, _clock) = (identity, tenant, deeds, facts, clock);
        _once = new("a trust", Tried);
    }

    /// <summary>Once a run; whether Keystone takes it is put into the facts, for the checks to judge.</summary>
    public Task Try() => _once.Get();

    private async Task<Reading<string>> Tried()
    {
        _deeds.Demand(Permit.Mutate, $"making a trust and taking it back");
        var me = (await _facts.Read(IdentityFacts.TenantToken)).OrStop();
        await _deeds.Hold();
        return await new Trial(_deeds, _facts, PrerequisiteFacts.TrustMade).Make(
            Marks.Trust,
            Marks.Named("trust", _deeds.Journal.RunId),
            () => _identity.CreateTrust(_tenant, Wanted(me)),
            id => _identity.DeleteTrust(_tenant, id)
        );
    }

    private TrustRequest Wanted(TokenFacts me) =>
        new(me.UserId, me.UserId, me.ProjectId, me.Roles.FirstOrDefault() ?? "member", _clock.Now + Life);
}
