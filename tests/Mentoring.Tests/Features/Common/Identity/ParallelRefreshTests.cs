using System.Net;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>One refresh token in several hands at the same instant, over real connections.</summary>
public sealed class ParallelRefreshTests : ProductTest
{
    const int Rounds = 5;
    const int AtOnce = 4;

    [Test]
    public async Task One_of_four_at_once_wins_the_others_are_refused_and_no_branch_lives_on()
    {
        var email = await World.WithPassword(await World.Account());
        await StartProduct(("Jobs:Enabled", "false"), ("Demo:Enabled", "false"));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = Product.Address };
        var browser = new OpenIdClient(http);
        await browser.SignIn(email, World.Password).Gives(204);

        for (var round = 0; round < Rounds; round++)
        {
            // The session outlives the chain: the tab asks for a new code, and is given one.
            var token = (string)(await browser.Exchange(await browser.Code()).Ok())["refresh_token"]!;
            var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => browser.Refresh(token)));
            Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.OK), Is.EqualTo(1), $"round {round}");
            Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.BadRequest), Is.EqualTo(AtOnce - 1), $"round {round}");
            var won = await Task.FromResult(answers.Single(a => a.IsSuccessStatusCode)).Ok();
            await browser.Refresh((string)won["refresh_token"]!).Gives(400);
        }
    }
}
