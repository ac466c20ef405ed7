using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Runs.Rehearsals;

namespace Acceptance.Runs;

/// <summary>The composition root's part: opens the site of the run, and clouds to rehearse on.</summary>
public interface ICloudSource
{
    /// <summary>Opens the run's cloud; throws with one clear sentence when the site cannot be read.</summary>
    Task<ICloud> OpenSite(RunSettings settings, IRequestGate gate);

    /// <summary>A cloud of its own for a rehearsal, whatever the site of the run is.</summary>
    Task<Rehearsal> OpenRehearsal(string world);

    /// <summary>The file that the site was read from.</summary>
    string SiteFile { get; }

    /// <summary>What is to be said of the site before anything is asked: secrets that others may read.</summary>
    IReadOnlyList<Sentence> Warnings => [];
}
