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
public sealed class Rehearsal(ICloud cloud, IAsyncDisposable ground) : IAsyncDisposable
{
    private const string TypedLines = "typed.sh";

    private readonly FactBook _facts = new(cloud);

    public ICloud Cloud { get; } = cloud;

    /// <summary>Breaks it; a fault that found nobody to strike would prove nothing.</summary>
    public async Task<InjectedFault> Break(string fault)
    {
        var injected = (await Cloud.Faults.Inject(fault)).OrStop();
        if (injected.Victim is null)
            throw new VerdictException(Verdict.NotKnown($"the fault {fault} found no victim"));
        _facts.Forget();
        return injected;
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
        return (await gatekeeper.Settle("cure", await Anew(ask), waits, () => Anew(ask))).Last;
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
        await ground.DisposeAsync();
    }

    private Task<Verdict> Anew(Func<Task<Verdict>> ask)
    {
        _facts.Forget();
        return ask();
    }
}
