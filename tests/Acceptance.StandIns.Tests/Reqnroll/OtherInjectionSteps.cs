using Reqnroll;

namespace Acceptance.StandIns.Tests.Reqnroll;

[Binding]
public sealed class OtherInjectionSteps(Note note)
{
    [Then("another class reads {string}")]
    public void ThenRead(string text) => note.Text.Should().Be(text);
}
