using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Live.Tests.Commands;

namespace Acceptance.Live.Tests.Twins;

/// <summary>
/// What breaks between a create and Magnum's driver, from the twin's fault over drivers and facts to the check that
/// names it: and none of the other checks of these is red for it.
/// </summary>
public sealed class PrerequisiteFaultTests
{
    private static readonly Check[] All =
    [
        TrusteeDomainIsSetUp.Check,
        TrustPolicyIsRight.Check,
        TrustsCanBeMade.Login,
        TrustsCanBeMade.Trial,
        CertificateStoreTakes.Check,
        ImageIsReadable.Check,
    ];

    private readonly RecordingGate _gate = new();
    private Twin _twin = null!;
    private LiveCloud _cloud = null!;

    private Scope Tenant => Scope.Of(_cloud.Site.Workload!.Project, _cloud.Site.Workload.Domain);

    [OneTimeSetUp]
    public void Start()
    {
        _twin = Twin.Start(new TwinOptions { World = "accepted" });
        Open();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _cloud.DisposeAsync();
        await _twin.DisposeAsync();
    }

    private void Open() => _cloud = LiveCloud.Open(new SiteReader().Read(_twin.SiteFile), _twin.Home, _gate);

    [Test]
    public async Task A_cloud_as_built_keeps_all_of_them()
    {
        foreach (var (check, verdict) in await Judged())
            verdict.Should().BeOfType<Verdict.Kept>("{0} says: {1}", check, verdict.Sentence);
    }

    [TestCase("D-046", "magnum/", "[trust] of magnum.conf on magnum/", "trustee-domain-set-up")]
    [TestCase("D-065", "keystone/", "refuses a trust to every caller", "trust-policy", "trust-made")]
    [TestCase("D-067", "barbican/", "unauthorized through CIDR restrictions", "certificate-store-takes")]
    [TestCase("DOCFIX-064", "", "Cluster type (vm, Unset, kubernetes) not supported", "image-readable")]
    public async Task A_fault_is_named_by_its_own_check(string fault, string victim, string says, params string[] red)
    {
        var struck = (await _cloud.Faults.Inject(fault)).Value().Victim!;
        struck.Should().StartWith(victim);
        var verdicts = await Judged();
        verdicts.Where(one => !one.Verdict.Passes).Select(one => one.Check.Id).Should().Equal(red);
        var broken = verdicts.First(one => one.Check.Id == red[0]).Verdict.Should().BeOfType<Verdict.Broken>().Which;
        broken.Findings.Should().Contain(finding => finding.Victim == struck && finding.Entry == fault);
        broken.Sentence.ToString().Should().Contain(says);

        (await _cloud.Faults.Heal(fault)).Value();
        (await Judged()).Should().OnlyContain(one => one.Verdict.Passes);
    }

    [Test]
    public async Task An_application_credential_in_the_openrc_is_told_by_the_token_itself()
    {
        var user = (await _cloud.Faults.Inject("D-066")).Value().Victim!;
        await _cloud.DisposeAsync();
        Open();
        var broken = (await Judge(TrustsCanBeMade.Login, new FactBook(_cloud)))
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which;
        broken.Findings.Should().ContainSingle(one => one.Victim == user && one.Entry == "D-066");
        var me = (await _cloud.OpenStack.Token(Scope.Admin)).Value();
        var refused = await _cloud.OpenStack.Identity.CreateTrust(Scope.Admin, Trust(me));
        refused
            .Unread(Unreadable.Forbidden)
            .Sentence.ToString()
            .Should()
            .Contain("perform the requested action: Using method 'application_credential' is not allowed");

        (await _cloud.Faults.Heal("D-066")).Value();
        await _cloud.DisposeAsync();
        Open();
        (await Judge(TrustsCanBeMade.Login, new FactBook(_cloud))).Should().BeOfType<Verdict.Kept>();
    }

    [Test]
    public async Task Nobody_gives_a_trust_in_anothers_name()
    {
        var me = (await _cloud.OpenStack.Token(Tenant)).Value();
        var refused = await _cloud.OpenStack.Identity.CreateTrust(Tenant, Trust(me) with { TrustorId = "somebody" });
        refused.Unread(Unreadable.Forbidden).Sentence.ToString().Should().Contain("identity:create_trust");
    }

    [Test]
    public async Task A_tenants_template_of_an_image_that_it_cannot_see_has_the_type_Unset()
    {
        (await _cloud.Faults.Inject("DOCFIX-064")).Value();
        var site = _cloud.Site.Workload!;
        var request = new ClusterTemplateRequest(
            "another",
            "kubernetes",
            site.Image.Name,
            site.ExternalNetwork,
            site.MasterFlavor.Name,
            site.WorkerFlavor.Name,
            true,
            true,
            "calico",
            "8.8.8.8",
            "overlay2",
            new Dictionary<string, string>()
        );
        (await _cloud.OpenStack.ContainerInfra.CreateTemplate(Tenant, request))
            .Unread(Unreadable.Failed)
            .Sentence.ToString()
            .Should()
            .Contain("Cluster type (vm, Unset, kubernetes) not supported");
        (await _cloud.Faults.Heal("DOCFIX-064")).Value();
    }

    private async Task<IReadOnlyList<(Check Check, Verdict Verdict)>> Judged()
    {
        var facts = new FactBook(_cloud);
        facts.Put(PrerequisiteFacts.TrustMade, await TryTrust());
        facts.Put(PrerequisiteFacts.SecretStored, await TrySecret());
        List<(Check Check, Verdict Verdict)> all = [];
        foreach (var check in All)
            all.Add((check, await Judge(check, facts)));
        return all;
    }

    private static async Task<Verdict> Judge(Check check, FactBook facts) =>
        check.Judge(await facts.Gather(check.Facts));

    private async Task<Reading<string>> TryTrust()
    {
        var me = (await _cloud.OpenStack.Token(Tenant)).Value();
        var made = await _cloud.OpenStack.Identity.CreateTrust(Tenant, Trust(me));
        if (made is Reading<string>.Seen seen)
            (await _cloud.OpenStack.Identity.DeleteTrust(Tenant, seen.Value)).Value();
        return made;
    }

    private async Task<Reading<string>> TrySecret()
    {
        var request = new SecretRequest("a trial", "nothing", _cloud.Clock.Now.AddMinutes(10));
        var stored = await _cloud.OpenStack.Secrets.Store(Scope.Admin, request);
        if (stored is Reading<string>.Seen seen)
            (await _cloud.OpenStack.Secrets.Delete(Scope.Admin, seen.Value)).Value();
        return stored;
    }

    private TrustRequest Trust(TokenFacts me) =>
        new(me.UserId, me.UserId, me.ProjectId, me.Roles[0], _cloud.Clock.Now.AddMinutes(10));
}
