using Acceptance.Cloud.Files;
using Acceptance.Decisions.Runs;

namespace Acceptance.Reporting;

/// <summary>One thing that a run leaves for somebody: a file, or a folder of files for a tool.</summary>
public interface IReport
{
    /// <summary>The name of the file or folder below the reports folder ("summary.md").</summary>
    string Name { get; }

    /// <summary>Writes it whole or not at all; what an earlier run left under the name is replaced.</summary>
    void Write(RunRecord run, PrivateFolder folder);
}
