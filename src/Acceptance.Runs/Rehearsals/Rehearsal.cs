using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Faults;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Shells;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Rehearsals;

/// <summary>
/// A cloud of its own to break: the same drivers, facts and checks as on the cloud of the run. It ends with its ground.
/// </summary>
public sealed class Rehearsal : IAsyncDisposable
{
    private const string TypedLines = "typed.sh";

    private readonly Func<Task<ICloud>> _open;
    private readonly IAsyncDisposable _ground;
    private FactBook _facts;
    private Reading<string>? _kubeconfig;

    private Rehearsal(ICloud cloud, Func<Task<ICloud>> open, IAsyncDisposable ground) =>
        (Cloud, _facts, _open, _ground) = (cloud, new FactBook(cloud), open, ground);

    public ICloud Cloud { get; private set; }

    /// <summary>Checks that had nothing to look at when it was broken: a cure gives them nothing either.</summary>
    public ISet<Check> Blind { get; } = new HashSet<Check>();

    /// <param name="open">Opens it, as a run does that begins: with the logins that are on file then.</param>
    /// <param name="ground">What it stands on, and what ends with it.</param>
    public static async Task<Rehearsal> On(Func<Task<ICloud>> open, IAsyncDisposable ground) =>
        new(await open(), open, ground);

    /// <summary>Breaks it; a fault that found nobody to strike would prove nothing.</summary>
    public async Task<InjectedFault> Break(string fault)
    {
        _kubeconfig = await _facts.Read(WorkloadFacts.Kubeconfig);
        var injected = (await Cloud.Faults.Inject(fault)).OrStop();
        if (injected.Victim is null)
            throw new VerdictException(Verdict.NotKnown($"the fault {fault} found no victim"));
        await BeginAnew();
        return injected;
    }

    /// <summary>
    /// As a run that begins now: nothing is known but what the operator has from before, the workload cluster's
    /// kubeconfig (phase-08 8.3).
    /// </summary>
    public async Task BeginAnew()
    {
        await Cloud.DisposeAsync();
        Cloud = await _open();
        Forget();
    }

    public Task<Verdict> Ask(Check check) => new Inquiry(_facts).Ask(check);

    /// <summary>All with which the rung stands or falls.</summary>
    public Task<IReadOnlyList<(Check Check, Verdict Verdict)>> AskGates(string rung) =>
        new Inquiry(_facts).AskGates(rung);

    /// <summary>
    /// Asks again, and again as the cloud's clock moves on, while the verdict is one to wait at and the time of a cure
    /// is not over.
    /// </summary>
    public async Task<Verdict> AskWhile(Func<Verdict, bool> waits, Func<Task<Verdict>> ask)
    {
        var gatekeeper = new Gatekeeper(Cloud.Clock, Cloud.Site, Cloud.Clock.TimeProvider, _ => { });
        return (await gatekeeper.Settle("cure", await ask(), waits, Anew)).Last;

        Task<Verdict> Anew()
        {
            Forget();
            return ask();
        }
    }

    /// <summary>
    /// Commands as an operator types them on the jumphost, with the admin's openrc sourced and the management
    /// cluster's kubeconfig in place; the first that fails is the last.
    /// </summary>
    public async Task<ShellAnswer> Type(IEnumerable<string> commands)
    {
        var (home, names) = (PrivateFolder.Make(Cloud.Site.Jumphost.Home!), Cloud.Site.Credentials);
        string[] before =
        [
            $". {ShellQuoting.Quote(names.Openrc!)}",
            $"export KUBECONFIG={ShellQuoting.Quote(names.ManagementKubeconfig!)}",
            "set -e",
        ];
        home.Replace(TypedLines, string.Join('\n', [.. before, .. commands]) + '\n');
        return (await Cloud.Shell.OnJumphost(CommandCatalogue.RunbookLine.With(home.In(TypedLines)))).OrStop();
    }

    /// <summary>Asks these checks, one after another, and tells what each said.</summary>
    public async Task<IReadOnlyList<(Check Check, Verdict Verdict)>> Ask(IEnumerable<Check> checks)
    {
        var inquiry = new Inquiry(_facts);
        List<(Check, Verdict)> asked = [];
        foreach (var check in checks)
            asked.Add((check, await inquiry.Ask(check)));
        return asked;
    }

    /// <summary>The kubeconfig of its workload cluster, in the jumphost's home, for its owner only.</summary>
    public async Task<string> KubeconfigFile()
    {
        var home = PrivateFolder.Make(Cloud.Site.Jumphost.Home!);
        var name = $"{Cloud.Site.Workload!.Cluster}.kubeconfig";
        home.Replace(name, (await _facts.Read(WorkloadFacts.Kubeconfig)).OrStop());
        return home.In(name);
    }

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        await _ground.DisposeAsync();
    }

    // A rehearsal is no run: what stands still for a run is what it breaks and mends.
    private void Forget()
    {
        _facts = new FactBook(Cloud);
        if (_kubeconfig is Reading<string>.Seen)
            _facts.Put(WorkloadFacts.Kubeconfig, _kubeconfig);
    }
}
