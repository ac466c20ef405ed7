namespace Acceptance.Cli.Twins;

/// <summary>The one place of the command line where wall time passes: `--follow` looks again.</summary>
internal static class FollowPause
{
#pragma warning disable RS0030 // What is followed happens on the wall's clock: another process asks the twin.
    public static Task Pass(CancellationToken cancel) => Task.Delay(TimeSpan.FromMilliseconds(300), cancel);
#pragma warning restore RS0030
}
