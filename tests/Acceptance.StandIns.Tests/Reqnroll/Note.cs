namespace Acceptance.StandIns.Tests.Reqnroll;

/// <summary>Disposed of at the end of its scenario; a second disposal would be a fault.</summary>
public sealed class Note : INote, IDisposable
{
    public string Text { get; set; } = "";

    public bool IsDisposed { get; private set; }

    public void Dispose()
    {
        IsDisposed.Should().BeFalse();
        IsDisposed = true;
    }
}
