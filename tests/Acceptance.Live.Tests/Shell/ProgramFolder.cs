using Acceptance.Cloud;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Shell;

/// <summary>A folder of dummy programs, each a bash script, and a shell that finds them first.</summary>
internal sealed class ProgramFolder : IDisposable
{
    public ProgramFolder()
    {
        Folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "programs", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public RecordingGate Gate { get; init; } = new();

    public Redaction Redaction { get; } = new();

    public ProgramFolder With(string name, string script)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, "#!/bin/bash\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    public Acceptance.Cloud.Live.Shell.Shell Shell(SiteJumphost? jumphost = null)
    {
        jumphost ??= new SiteJumphost { Path = [Folder], Home = Folder };
        return new(
            new Jumphost(jumphost, Folder),
            new CleanEnvironment([Folder], Folder),
            Gate,
            Redaction,
            new FixedClock()
        );
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
