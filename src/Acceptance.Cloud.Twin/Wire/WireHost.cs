using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>
/// Where the twin answers: opens and closes loopback addresses for the world and hands each request to its service.
/// </summary>
internal sealed class WireHost : IListeners, IAsyncDisposable
{
    private readonly Dictionary<string, WireService> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Address, int Port), (Listening What, WebApplication? Server)> _open = [];
    private readonly Dictionary<(string Address, int Port), Socket> _sockets = [];
    private readonly Lock _lock = new();
    private readonly bool _lowPorts = CanBindLowPorts();
    private WireExchange? _exchange;
    private WebApplication? _first;

    private readonly ConcurrentDictionary<string, bool> _distrusted = new(StringComparer.Ordinal);

    private ImmutableList<EndpointRule> _rules = [];

    /// <summary>Misbehaviour in force, rule by rule.</summary>
    public IReadOnlyList<EndpointRule> Rules => _rules;

    public Callers Callers { get; } = new();

    internal IEnumerable<WireService> Services => _services.Values;

    /// <summary>Wall time added to every answer, for benchmarks.</summary>
    public TimeSpan Latency { get; set; }

    // Requests are being answered while a rule comes or goes.
    public void Add(EndpointRule rule) => ImmutableInterlocked.Update(ref _rules, all => all.Add(rule));

    public void Remove(EndpointRule rule) =>
        ImmutableInterlocked.Update(ref _rules, all => all.RemoveAll(one => ReferenceEquals(one, rule)));

    public void Serve(WireService service) => _services.Add(service.Role, service);

    public int Actual(int port) => port >= 1024 || _lowPorts ? port : port + 10000;

    public bool IsOpen(string address, int port)
    {
        lock (_lock)
            return _open.ContainsKey((address, Actual(port)));
    }

    public void Open(string address, int port, string role)
    {
        var what = new Listening(address, Actual(port), role);
        lock (_lock)
        {
            if (_open.ContainsKey((address, what.Port)))
                return;
            // Before the start they are collected and opened together: one server for all of them is the cheap way.
            _open[(address, what.Port)] = (what, _exchange is null ? null : Run([what]));
        }
    }

    public void Close(string address, int port)
    {
        lock (_lock)
        {
            if (!_open.Remove((address, Actual(port)), out var open))
                return;
            // The socket ends here and now, so that the next connection is refused and the address may be opened again;
            // connections that stand are ended at their next request (see RoleAt).
            if (_sockets.Remove((address, Actual(port)), out var socket))
                socket.Dispose();
            if (open.Server is { } own && own != _first)
                Stop(own);
        }
    }

    /// <summary>Starts everything opened so far in one server.</summary>
    public void Start(TwinWorld world)
    {
        lock (_lock)
        {
            _exchange = new WireExchange(world, this);
            _first = Run([.. _open.Values.Select(open => open.What)]);
            foreach (var key in _open.Keys.ToArray())
                _open[key] = (_open[key].What, _first);
        }
    }

    public void Distrust(string role, bool distrusted)
    {
        if (!distrusted)
            _distrusted.TryRemove(role, out _);
        else
            _distrusted[role] = true;
    }

    public bool IsDistrusted(string role) => _distrusted.ContainsKey(role);

    internal string? RoleAt(IPAddress? address, int port)
    {
        lock (_lock)
            return _open.TryGetValue((address?.ToString() ?? "", port), out var open) ? open.What.Role : null;
    }

    internal WireService ServiceFor(string role) =>
        _services.TryGetValue(role.Split(':', 2)[0], out var service)
            ? service
            : throw new InvalidOperationException(
                $"The twin opened an address for '{role}', but no wire service plays that role."
            );

    public async ValueTask DisposeAsync()
    {
        WebApplication[] servers;
        lock (_lock)
        {
            servers = [.. _open.Values.Select(open => open.Server).Append(_first).OfType<WebApplication>().Distinct()];
            _open.Clear();
        }

        foreach (var server in servers)
            await server.DisposeAsync();
    }

    private static void Stop(WebApplication server) => _ = Task.Run(() => server.DisposeAsync().AsTask());

    private WebApplication Run(IReadOnlyList<Listening> all)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseSockets(sockets => sockets.CreateBoundListenSocket = Bind)
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.AllowSynchronousIO = true;
                foreach (var one in all)
                    kestrel.Listen(IPAddress.Parse(one.Address), one.Port, options => Shape(options, one));
            });
        var server = builder.Build();
        var exchange = _exchange!;
        server.Run(exchange.Serve);
        try
        {
            server.StartAsync().GetAwaiter().GetResult();
            return server;
        }
        catch (IOException)
        {
            // Another has one of the addresses: those that were opened before it are given back.
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    private void Shape(ListenOptions options, Listening one)
    {
        var service = ServiceFor(one.Role);
        options.Protocols = service.Http2 ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        if (!service.HasOwnDoor)
            options.Use(next =>
                connection => Strangers.IsOne(connection) ? Strangers.TurnAway(connection, service) : next(connection)
            );
        if (service.Raw)
        {
            options.Run(connection =>
                RoleAt(IPAddress.Parse(one.Address), one.Port) is { } role
                    ? service.Converse(connection, role)
                    : Task.CompletedTask
            );
            return;
        }

        options.Use(next =>
            async connection =>
            {
                if (await Handshake.Struck(connection, _rules, service.Role))
                    return;
                if (RoleAt(IPAddress.Parse(one.Address), one.Port) is { } role && await service.Admit(connection, role))
                    await Connected(connection, next, service);
                else
                    connection.Abort();
            }
        );
        if (!service.Tls)
            return;
        if (service.ToldOfPlainHttp)
        {
            options.Use(next =>
                async connection =>
                {
                    if (!await Handshake.IsPlain(connection))
                        await next(connection);
                }
            );
        }

        options.UseHttps(Https(service, one));
    }

    private HttpsConnectionAdapterOptions Https(WireService service, Listening one)
    {
        var certificate = service.Certificate(one.Role, one.Address);
        var rogue = new Lazy<X509Certificate2>(() => _exchange!.Rogue(one.Address));
        return new HttpsConnectionAdapterOptions
        {
            ServerCertificateSelector = (_, name) =>
                IsDistrusted(service.Role) ? rogue.Value : service.Named(name) ?? certificate,
            ClientCertificateMode = service.ClientCertificates
                ? ClientCertificateMode.AllowCertificate
                : ClientCertificateMode.NoCertificate,
            ClientCertificateValidation = (_, _, _) => true,
        };
    }

    private async Task Connected(ConnectionContext connection, ConnectionDelegate next, WireService service)
    {
        if (service.Role == "control")
        {
            await next(connection);
            return;
        }

        Callers.Came();
        try
        {
            await next(connection);
        }
        finally
        {
            Callers.Went();
        }
    }

    private Socket Bind(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        // Two may bind one address; only one may listen. Done here, where the server takes a refusal for an address
        // in use.
        socket.Listen();
        if (endpoint is IPEndPoint at)
            _sockets[(at.Address.ToString(), at.Port)] = socket;
        return socket;
    }

    private static bool CanBindLowPorts()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // Any free low port tells: 127.255.255.1 is nobody's.
            probe.Bind(new IPEndPoint(IPAddress.Parse("127.255.255.1"), 81));
            return true;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
