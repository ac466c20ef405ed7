namespace Acceptance.StandIns.Tests.Reqnroll;

public interface INote
{
    string Text { get; }
}
