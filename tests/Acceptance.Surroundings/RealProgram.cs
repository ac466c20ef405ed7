namespace Acceptance.Surroundings;

/// <summary>The real clients of this machine, as PATH finds them.</summary>
public static class RealProgram
{
    public const string OpenStackClients =
        "apt install python3-openstackclient python3-octaviaclient python3-magnumclient";

    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>Its path; absent, the test says how to install it.</summary>
    public static string Need(string program, string install)
    {
        var path = Find(program);
        if (path is null)
            Absent.Say($"The real client '{program}' is not on PATH; to run this test: {install}");
        return path;
    }
}
