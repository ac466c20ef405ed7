using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Acceptance.Surroundings;

/// <summary>
/// The real OpenStack clients of this machine, preloaded in one process that forks for each command
/// (client_server.py).
/// </summary>
public sealed class RealClients : IDisposable
{
    private static readonly Lazy<Task<RealClients?>> Started = new(Start);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Process _server;

    private RealClients(Process server) => _server = server;

    /// <summary>
    /// One for all tests of an assembly: it ends with its stdin, which is this process's. Null: the clients are not
    /// installed here.
    /// </summary>
    public static Task<RealClients?> Shared => Started.Value;

    /// <summary>Null: the clients are not installed here.</summary>
    public static async Task<RealClients?> Start()
    {
        if (Python() is not { } python)
            return null;
        var start = new ProcessStartInfo(python)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(WorkTree.PathOf("tests", "Acceptance.Surroundings", "client_server.py"));
        foreach (
            var name in start
                .Environment.Keys.Where(name =>
                    name.StartsWith("OS_", StringComparison.Ordinal)
                    || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)
                )
                .ToArray()
        )
            start.Environment.Remove(name);
        var server = Process.Start(start)!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        var clients = new RealClients(server);
        if (await server.StandardOutput.ReadLineAsync() is { } ready && JsonNode.Parse(ready)?["ready"] is not null)
            return clients;
        clients.Dispose();
        return null;
    }

    /// <summary>
    /// The words (the program first), with this environment and no other, one command at a time; what the client sleeps
    /// passes on the twin's clock.
    /// </summary>
    public async Task<(int Exit, string Output, string Error)> Run(
        IEnumerable<string> argv,
        IReadOnlyDictionary<string, string> environment,
        string folder,
        Uri control
    )
    {
        var order = new JsonObject
        {
            ["argv"] = new JsonArray([.. argv.Select(word => JsonValue.Create(word))]),
            ["cwd"] = folder,
            ["control"] = control.ToString().TrimEnd('/'),
            ["env"] = new JsonObject(environment.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
        };
        await _turn.WaitAsync();
        try
        {
            await _server.StandardInput.WriteLineAsync(order.ToJsonString());
            await _server.StandardInput.FlushAsync();
            var said = JsonNode.Parse(
                await _server.StandardOutput.ReadLineAsync()
                    ?? throw new InvalidOperationException("The real clients' process has ended.")
            )!;
            return ((int)said["exit"]!, (string)said["stdout"]!, (string)said["stderr"]!);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        if (!_server.HasExited)
            _server.Kill(entireProcessTree: true);
        _server.Dispose();
        _turn.Dispose();
    }

    /// <summary>The interpreter that the installed openstack runs in; null: it is not installed here.</summary>
    public static string? Python()
    {
        if (
            RealProgram.Find("openstack") is not { } openstack
            || File.ReadLines(openstack).FirstOrDefault() is not { } first
            || !first.StartsWith("#!", StringComparison.Ordinal)
        )
            return null;
        var interpreter = first[2..].Trim().Split(' ');
        return interpreter[0].EndsWith("env", StringComparison.Ordinal) ? interpreter[^1] : interpreter[0];
    }
}
