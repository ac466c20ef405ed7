using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Ssh;

/// <summary>
/// A VM's sshd as far as a port probe sees it: it accepts, says its banner, and waits. Sessions are the ssh
/// persona's.
/// </summary>
internal sealed class SshBanner(TwinWorld world) : WireService(world)
{
    public override string Role => "ssh";

    public override bool Tls => false;

    public override bool Raw => true;

    public override Task Answer(HttpContext http, string role) => Task.CompletedTask;

    public override async Task Converse(ConnectionContext connection, string role)
    {
        try
        {
            await connection.Transport.Output.WriteAsync("SSH-2.0-OpenSSH_8.9p1 Ubuntu-3ubuntu0.13\r\n"u8.ToArray());
            await connection.Transport.Input.ReadAsync(connection.ConnectionClosed);
        }
        catch (Exception gone)
            when (gone
                    is IOException
                        or OperationCanceledException
                        or ConnectionAbortedException
                        or ConnectionResetException
            )
        {
            // A probe that only wanted to see the port open.
        }
    }
}
