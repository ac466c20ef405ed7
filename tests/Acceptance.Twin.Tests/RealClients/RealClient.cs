using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Acceptance.Surroundings;

namespace Acceptance.Twin.Tests.RealClients;

/// <summary>
/// A real client of the operator's, run against a twin with the environment that an openrc gives it and no other OS_
/// variable.
/// </summary>
internal sealed class RealClient
{
    private readonly string _program;
    private readonly Uri? _control;
    private readonly Dictionary<string, string> _environment = [];

    private RealClient(string program, Uri? control = null) => (_program, _control) = (program, control);

    /// <summary>
    /// openstack as the admin, scoped by <paramref name="scope"/> ("OS_PROJECT_NAME=admin"). Without the program:
    /// ignored, on CI a failure.
    /// </summary>
    public static RealClient OpenStack(CloudClient cloud, params string[] scope)
    {
        var client = new RealClient(RealProgram.Need("openstack", RealProgram.OpenStackClients), cloud.Twin.Control);
        var environment = client._environment;
        var certificate = Path.Combine(cloud.Twin.Home, "vault-root-ca.pem");
        File.WriteAllText(certificate, cloud.World.Pki.VaultRoot.ExportCertificatePem());
        var admin = cloud.World.Identity.Admin;
        environment["OS_AUTH_URL"] = cloud.Url("keystone", "/v3");
        environment["OS_CACERT"] = certificate;
        environment["OS_USERNAME"] = admin.Name;
        environment["OS_USER_DOMAIN_NAME"] = admin.Domain.Name;
        environment["OS_PASSWORD"] = admin.Password;
        environment["OS_IDENTITY_API_VERSION"] = "3";
        environment["OS_REGION_NAME"] = cloud.Plan.Region;
        environment["HOME"] = cloud.Twin.Home;
        // magnumclient reads SHELL to choose between export and setenv, and stops without it: a pipeline's shell
        // often has none.
        environment["SHELL"] = "/bin/bash";
        foreach (
            var one in scope.Length > 0
                ? scope
                : [$"OS_PROJECT_NAME={cloud.Plan.AdminProject}", $"OS_PROJECT_DOMAIN_NAME={cloud.Plan.AdminDomain}"]
        )
        {
            var parts = one.Split('=', 2);
            environment[parts[0]] = parts[1];
        }

        return client;
    }

    /// <summary>kubectl with that kubeconfig and a home of its own.</summary>
    public static RealClient Kubectl(CloudClient cloud, string kubeconfig)
    {
        var client = new RealClient(RealProgram.Need("kubectl", RealKubectl.Install));
        client._environment["KUBECONFIG"] = kubeconfig;
        client._environment["HOME"] = cloud.Twin.Home;
        return client;
    }

    /// <summary>Runs it with a closed stdin; the test fails unless it exits as expected.</summary>
    public async Task<string> Run(string line, int exit = 0)
    {
        var (code, output, error) = await Asked(line.Split(' '));
        code.Should().Be(exit, "'{0}' said {1} {2}", line, output, error);
        return exit == 0 ? output.TrimEnd('\n') : error.TrimEnd('\n');
    }

    public async Task<JsonNode> Json(string line) => JsonNode.Parse(await Run(line + " -f json"))!;

    /// <summary>openstack is a fork of one that is loaded already: to load it costs more than any question.</summary>
    private async Task<(int Exit, string Output, string Error)> Asked(string[] arguments) =>
        _control is not null && await Acceptance.Surroundings.RealClients.Shared is { } loaded
            ? await loaded.Run(
                ["openstack", .. arguments],
                new Dictionary<string, string>(_environment)
                {
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
                    ["PYTHONWARNINGS"] = "ignore",
                },
                _environment["HOME"],
                _control
            )
            : await Start(arguments);

    private async Task<(int Exit, string Output, string Error)> Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(_program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>What the user's shell would lead the client elsewhere with.</summary>
    private static bool IsForeign(string name) =>
        name.StartsWith("OS_", StringComparison.Ordinal)
        || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)
        || name is "REQUESTS_CA_BUNDLE" or "CURL_CA_BUNDLE";
}
