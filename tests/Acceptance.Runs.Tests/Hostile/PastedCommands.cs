using Acceptance.Cloud.Twin;
using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// What the suite says to type, typed: in a private folder, by bash, in the environment of a twin's operator or with no
/// program of a cloud to be found, when what happens is done by the shell itself.
/// </summary>
internal sealed class PastedCommands : IDisposable
{
    private const UnixFileMode Runs = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("pasted-").FullName;
    private readonly string _touch;
    private readonly string _programs = Directory.CreateTempSubdirectory("pasted-programs-").FullName;

    public PastedCommands()
    {
        _touch = Directory.CreateDirectory(Path.Combine(_programs, "touch-alone")).FullName;
        File.CreateSymbolicLink(Path.Combine(_touch, "touch"), "/usr/bin/touch");
        // A client of OpenStack takes seconds to start: where not all seeds run, its words are taken down in its place.
        if (Breadth.Whole && RealProgram.Find("openstack") is not null)
            return;
        var openstack = Path.Combine(_programs, "openstack");
        File.WriteAllText(openstack, $"#!/bin/bash\nprintf '%s\\n' \"$@\" >> '{_programs}/words'\n");
        File.SetUnixFileMode(openstack, Runs);
    }

    /// <summary>What the commands left in the folder in which they were typed.</summary>
    public IEnumerable<string> Left => Directory.EnumerateFileSystemEntries(_folder);

    /// <summary>In the twin's own shell: its personas, its operator's openrc. How many of them ended well.</summary>
    public Task<int> Type(Twin twin, IEnumerable<string> commands, CancellationToken cancel) =>
        TypeAll(
            commands,
            cancel,
            ("PATH", $"{_programs}:{twin.Bin}:/usr/bin:/bin"),
            ("HOME", twin.Home),
            // What a client keeps of an API's discovery, of its own parts or of the names it has met is its own.
            ("KUBECACHEDIR", _programs),
            ("XDG_CACHE_HOME", _programs),
            ("NOVACLIENT_UUID_CACHE_DIR", _programs),
            ("BASH_ENV", Path.Combine(twin.Home, "admin-openrc"))
        );

    /// <summary>
    /// With no program but the one that a canary calls: what changes a cloud is looked at without those that would.
    /// </summary>
    public Task TypeAlone(IEnumerable<string> commands, CancellationToken cancel) =>
        TypeAll(commands, cancel, ("PATH", _touch), ("HOME", _folder));

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_programs, recursive: true);
    }

    private async Task<int> TypeAll(
        IEnumerable<string> commands,
        CancellationToken cancel,
        params (string Name, string? Value)[] variables
    )
    {
        var answered = 0;
        foreach (var command in commands)
        {
            using (var parsed = new Program(_folder, ["/bin/bash", "-n", "-c", command]))
                (await parsed.Ended(cancel)).Should().Be(0, "{0} is a command: {1}", command, parsed.Output);
            using var typed = new Program(_folder, ["/usr/bin/timeout", "60", "/bin/bash", "-c", command], variables);
            var exit = await typed.Ended(cancel);
            exit.Should().NotBe(124, "{0} ends", command);
            answered += exit == 0 ? 1 : 0;
        }

        return answered;
    }
}
