using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>
/// One face of the world on the wire. It knows formats and no rules; it takes the world's gate while it reads or
/// changes.
/// </summary>
internal abstract class WireService(TwinWorld world)
{
    protected TwinWorld World { get; } = world;

    /// <summary>
    /// The role it answers for, without what follows a colon ("keystone", "workload-api", "service").
    /// </summary>
    public abstract string Role { get; }

    public virtual bool Tls => true;

    /// <summary>OpenStack speaks HTTP/1.1 only; a kube-apiserver offers h2 as well.</summary>
    public virtual bool Http2 => false;

    /// <summary>Asks for a client certificate and takes any: who it is decides the service.</summary>
    public virtual bool ClientCertificates => false;

    /// <summary>Who speaks plain HTTP to its TLS port is told so in plain HTTP (Go's servers do).</summary>
    public virtual bool ToldOfPlainHttp => false;

    /// <summary>It answers out of another service's answer, which holds the clock by itself.</summary>
    public virtual bool Passes => false;

    /// <summary>A bare TCP conversation (sshd's banner) instead of HTTP.</summary>
    public virtual bool Raw => false;

    /// <summary>
    /// It tells another user of the machine itself why it does not answer; else such a connection ends at once.
    /// </summary>
    public virtual bool HasOwnDoor => false;

    /// <summary>What the service presents at this address.</summary>
    public virtual X509Certificate2 Certificate(string role, string address) =>
        World.Pki.Server(World.Pki.VaultRoot, address, [address], []);

    /// <summary>What it presents to who names a server in the handshake; null: what everybody gets.</summary>
    public virtual X509Certificate2? Named(string? server) => null;

    /// <summary>
    /// Asked for each new connection before TLS: false drops it as if nobody were behind the address (a dark load
    /// balancer); one that waits is a handshake that hangs. An API behind an haproxy is there while one of its servers
    /// is; else the frontend takes the connection and drops it.
    /// </summary>
    public virtual ValueTask<bool> Admit(ConnectionContext connection, string role)
    {
        lock (World.Gate)
            return ValueTask.FromResult(World.HaProxy.Serves(Role));
    }

    /// <summary>Answers one request; role is the full one, with what follows the colon.</summary>
    public abstract Task Answer(HttpContext http, string role);

    public virtual Task Converse(ConnectionContext connection, string role) => Task.CompletedTask;
}
