using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Vault;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Readings;

/// <summary>What each rung reads, and the check that judges it.</summary>
public sealed class RungReadings(ICloud cloud, FactsOnce facts)
{
    private readonly Site _site = cloud.Site;

    private ManagementReadings Management => new(cloud);

    private TenantReadings Tenant => new(cloud, facts);

    public Task<Verdict> Read(string rung) =>
        rung switch
        {
            "site" => Task.FromResult(Verdict.Keep($"the site file of {_site.Name} is read")),
            "jumphost" => Jumphost(),
            "juju" => Juju((model, site, evidence) => ModelIsExpected(model, site, evidence)),
            "machines" => Juju(
                (model, site, evidence) => Task.FromResult(EveryMachineIsStarted.Judge(model, site, evidence))
            ),
            "mysql" => Juju(
                (model, site, evidence) => Task.FromResult(MySqlToleratesAFailure.Judge(model, site, evidence))
            ),
            "vault" => Juju(Vault),
            "ovn" => Juju(
                (model, site, _) =>
                    OnUnits(
                        model,
                        Roles.Players(model, site, Roles.Chassis),
                        EveryChassisIsConnected.Command,
                        EveryChassisIsConnected.Judge
                    )
            ),
            "haproxy" => Juju(
                (model, _, _) =>
                    OnUnits(model, unit => unit.Principal is null, NoBackendIsDown.Command, NoBackendIsDown.Judge)
            ),
            "keystone" => Keystone(),
            "vips" => Vips(),
            "hypervisors" => Hypervisors(),
            "octavia" => new OctaviaReadings(cloud).Judge(),
            "mgmt-vm" => Management.JudgeServer(),
            "mgmt-k8s" => Management.JudgeCluster(),
            "capi" => Management.JudgeControllers(),
            "magnum" => Tenant.JudgeMagnum(),
            "workload" => Tenant.JudgeWorkload(),
            _ => throw new ArgumentException($"'{rung}' has no reading", nameof(rung)),
        };

    /// <summary>Asks every compute unit for its reserve (D-040).</summary>
    public Task<Verdict> Reserves() =>
        _site.Compute is not { } compute
            ? Task.FromResult<Verdict>(new Verdict.NotAsked("the site has no compute section"))
            : Juju(
                (model, site, _) =>
                    OnUnits(
                        model,
                        Roles.Players(model, site, Roles.Compute),
                        EveryComputeUnitReserves.Command(compute),
                        (answers, evidence) => EveryComputeUnitReserves.Judge(answers, compute, evidence)
                    )
            );

    public async Task<Verdict> Juju(Func<JujuModel, SiteJuju, Evidence, Task<Verdict>> judge)
    {
        if (_site.Juju is not { } site)
            return new Verdict.NotAsked("the site has no juju section");
        return await facts.Model() switch
        {
            Reading<JujuModel>.Seen seen => await judge(seen.Value, site, seen.Evidence),
            Reading<JujuModel>.Unread unread => unread.ToVerdict(),
            _ => throw new InvalidOperationException("a reading is seen or unread"),
        };
    }

    public async Task<Verdict> OnUnits(
        JujuModel model,
        Func<JujuUnit, bool> which,
        string command,
        Func<UnitAnswers, Evidence, Verdict> judge
    ) => (await Units.Ask(cloud, model, which, command)).Judge(judge);

    public async Task<Verdict> Vault(JujuModel model, SiteJuju site, Evidence evidence)
    {
        if (_site.Vault is null)
            return new Verdict.NotAsked("the site has no vault section");
        string[] units =
        [
            .. model.Units.Where(unit => unit.Application == Roles.Of(site, Roles.Vault)).Select(unit => unit.Name),
        ];
        return (await cloud.Vault.SealStatus()).Judge((seals, read) => VaultIsUnsealed.Judge(units, seals, read));
    }

    private async Task<Verdict> Jumphost() =>
        (await cloud.Shell.OnJumphost("true")).JudgeMust(
            "the jumphost",
            null,
            (answer, evidence) =>
                answer.Exit == 0
                    ? Verdict.Keep("the jumphost runs what it is asked", evidence)
                    : Verdict.Break(
                        $"the jumphost answers exit {answer.Exit}: {answer.Stderr.Trim()}",
                        "the jumphost",
                        null,
                        evidence
                    )
        );

    private async Task<Verdict> ModelIsExpected(JujuModel model, SiteJuju site, Evidence evidence) =>
        (await facts.Controller()).Judge(
            (controller, _) => TheModelIsTheExpectedOne.Judge(model, controller, site, evidence)
        );

    private async Task<Verdict> Keystone()
    {
        var token = await facts.Token(Scope.Admin);
        var diagnosis = token is Reading<TokenFacts>.Unread { Why: Unreadable.Unauthorised }
            ? await cloud.OpenStack.DiagnoseScope()
            : null;
        return TheScopeIsRight.Judge(token, diagnosis);
    }

    private async Task<Verdict> Vips()
    {
        var asked = await Task.WhenAll(
            _site.Endpoints.Select(async endpoint => (endpoint, await cloud.Http.Ask(endpoint.Url)))
        );
        return EveryVipAnswers.Judge(asked);
    }

    private async Task<Verdict> Hypervisors()
    {
        var reserves = Reserves();
        var up = (await cloud.OpenStack.Compute.Hypervisors()).Judge(HypervisorsAreUp.Judge);
        return Verdict.All(up, await reserves);
    }
}
