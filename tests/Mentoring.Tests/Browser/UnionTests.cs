namespace Mentoring.Tests.Browser;

/// <summary>The union's opinion on a document that needs it.</summary>
public sealed class UnionTests : BrowserTest
{
    [Test]
    public async Task Agrees_with_a_document()
    {
        var union = await Visitor("union");
        await union.Follow("Документы", "Документы о наставничестве");
        await union.Follow("Раздел коллективного договора", "Раздел коллективного договора");
        await union.Decide("Учесть мнение: согласны");
        await union.Sees("^Мнение профсоюза учтено");
    }
}
