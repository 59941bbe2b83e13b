"""The drawing kit of the demo pictures: plain shapes, soft light, no faces, no letters."""
