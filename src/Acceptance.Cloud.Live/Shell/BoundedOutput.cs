using System.Text;
using CliWrap;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>
/// Keeps what a program writes up to a bound; beyond it nothing is kept, and who waits for the program is told.
/// </summary>
internal sealed class BoundedOutput(int bound, Action exceeded)
{
    private readonly MemoryStream _kept = new();

    public bool Exceeded { get; private set; }

    public string Text => Encoding.UTF8.GetString(_kept.GetBuffer(), 0, (int)_kept.Length);

    public PipeTarget Target =>
        PipeTarget.Create(
            async (origin, cancel) =>
            {
                var piece = new byte[16 * 1024];
                int read;
                while ((read = await origin.ReadAsync(piece, cancel)) > 0)
                {
                    var room = (int)Math.Min(read, bound - _kept.Length);
                    _kept.Write(piece, 0, room);
                    if (room == read || Exceeded)
                        continue;
                    Exceeded = true;
                    exceeded();
                }
            }
        );
}
