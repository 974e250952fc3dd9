global using Objectives.IntegrationTests.Harness;
global using Shouldly;
global using Xunit;
