using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Permits;

namespace Acceptance.Cli.Asserts;

/// <summary>The cloud that is asserted, under observe: a site's, or a twin's that ends with the command.</summary>
internal sealed class AssertedSite : IAsyncDisposable
{
    private readonly Twin? _twin;

    private AssertedSite(ICloud cloud, Twin? twin, IReadOnlyList<Sentence> warnings) =>
        (Cloud, _twin, Warnings) = (cloud, twin, warnings);

    public ICloud Cloud { get; }

    /// <summary>Secrets of the site that others of this machine may read.</summary>
    public IReadOnlyList<Sentence> Warnings { get; }

    /// <param name="named">A site file, or "twin".</param>
    public static AssertedSite Open(string named)
    {
        var twin = named == "twin" ? Twin.Start(new TwinOptions { World = "accepted" }) : null;
        var file = twin?.SiteFile ?? Path.GetFullPath(named);
        var site = new SiteReader(Budgets.ByName.Keys, KnownIssueIndex.AllNames).Read(file);
        if (SiteFiles.Unusable(site, file) is { Count: > 0 } unusable)
            throw new Refusal(ExitCode.Usage, string.Join(Environment.NewLine, unusable));
        return new(
            LiveCloud.Open(site, Path.GetDirectoryName(file)!, new PermitGate(Permit.Observe)),
            twin,
            SiteFiles.Exposed(site, file)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        if (_twin is not null)
            await _twin.DisposeAsync();
    }
}
