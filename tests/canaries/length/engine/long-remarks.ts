// Long only by its comments and blanks.
// remark 1

// remark 2

// remark 3

// remark 4

// remark 5

// remark 6

// remark 7

// remark 8

// remark 9

// remark 10

// remark 11

// remark 12

// remark 13

// remark 14

// remark 15

// remark 16

// remark 17

// remark 18

// remark 19

// remark 20

// remark 21

// remark 22

// remark 23

// remark 24

// remark 25

// remark 26

// remark 27

// remark 28

// remark 29

// remark 30

// remark 31

// remark 32

// remark 33

// remark 34

// remark 35

// remark 36

// remark 37

// remark 38

// remark 39

// remark 40

// remark 41

// remark 42

// remark 43

// remark 44

// remark 45

// remark 46

// remark 47

// remark 48

// remark 49

// remark 50

// remark 51

// remark 52

// remark 53

// remark 54

// remark 55

// remark 56

// remark 57

// remark 58

// remark 59

// remark 60

// remark 61

// remark 62

// remark 63

// remark 64

// remark 65

// remark 66

// remark 67

// remark 68

// remark 69

// remark 70

// remark 71

// remark 72

// remark 73

// remark 74

// remark 75

// remark 76

// remark 77

// remark 78

// remark 79

// remark 80

// remark 81

// remark 82

// remark 83

// remark 84

// remark 85

// remark 86

// remark 87

// remark 88

// remark 89

// remark 90

// remark 91

// remark 92

// remark 93

// remark 94

// remark 95

// remark 96

// remark 97

// remark 98

// remark 99

// remark 100

// remark 101

// remark 102

// remark 103

// remark 104

// remark 105

// remark 106

// remark 107

// remark 108

// remark 109

// remark 110

// remark 111

// remark 112

// remark 113

// remark 114

// remark 115

// remark 116

// remark 117

// remark 118

// remark 119

// remark 120

// remark 121

// remark 122

// remark 123

// remark 124

// remark 125

// remark 126

// remark 127

// remark 128

// remark 129

// remark 130

// remark 131

// remark 132

// remark 133

// remark 134

// remark 135

// remark 136

// remark 137

// remark 138

// remark 139

// remark 140

// remark 141

// remark 142

// remark 143

// remark 144

// remark 145

// remark 146

// remark 147

// remark 148

// remark 149

// remark 150

// remark 151

// remark 152

// remark 153

// remark 154

// remark 155

// remark 156

// remark 157

// remark 158

// remark 159

// remark 160

// remark 161

// remark 162

// remark 163

// remark 164

// remark 165

// remark 166

// remark 167

// remark 168

// remark 169

// remark 170

// remark 171

// remark 172

// remark 173

// remark 174

// remark 175

// remark 176

// remark 177

// remark 178

// remark 179

// remark 180

// remark 181

// remark 182

// remark 183

// remark 184

// remark 185

// remark 186

// remark 187

// remark 188

// remark 189

// remark 190

// remark 191

// remark 192

// remark 193

// remark 194

// remark 195

// remark 196

// remark 197

// remark 198

// remark 199

// remark 200

// remark 201

// remark 202

// remark 203

// remark 204

// remark 205

// remark 206

// remark 207

// remark 208

// remark 209

// remark 210

// remark 211

// remark 212

// remark 213

// remark 214

// remark 215

// remark 216

// remark 217

// remark 218

// remark 219

// remark 220

// remark 221

// remark 222

// remark 223

// remark 224

// remark 225

// remark 226

// remark 227

// remark 228

// remark 229

// remark 230

// remark 231

// remark 232

// remark 233

// remark 234

// remark 235

// remark 236

// remark 237

// remark 238

// remark 239

// remark 240

// remark 241

// remark 242

// remark 243

// remark 244

// remark 245

// remark 246

// remark 247

// remark 248

// remark 249

// remark 250

// remark 251

// remark 252

// remark 253

// remark 254

// remark 255

// remark 256

// remark 257

// remark 258

// remark 259

// remark 260

// remark 261

// remark 262

// remark 263

// remark 264

// remark 265

// remark 266

// remark 267

// remark 268

// remark 269

// remark 270

// remark 271

// remark 272

// remark 273

// remark 274

// remark 275

// remark 276

// remark 277

// remark 278

// remark 279

// remark 280

// remark 281

// remark 282

// remark 283

// remark 284

// remark 285

// remark 286

// remark 287

// remark 288

// remark 289

// remark 290

// remark 291

// remark 292

// remark 293

// remark 294

// remark 295

// remark 296

// remark 297

// remark 298

// remark 299

// remark 300

// remark 301

// remark 302

// remark 303

// remark 304

// remark 305

// remark 306

// remark 307

// remark 308

// remark 309

// remark 310

// remark 311

// remark 312

// remark 313

// remark 314

// remark 315

// remark 316

// remark 317

// remark 318

// remark 319

// remark 320

// remark 321

// remark 322

// remark 323

// remark 324

// remark 325

// remark 326

// remark 327

// remark 328

// remark 329

// remark 330

// remark 331

// remark 332

// remark 333

// remark 334

// remark 335

// remark 336

// remark 337

// remark 338

// remark 339

// remark 340

// remark 341

// remark 342

// remark 343

// remark 344

// remark 345

// remark 346

// remark 347

// remark 348

// remark 349

// remark 350

// remark 351

// remark 352

// remark 353

// remark 354

// remark 355

// remark 356

// remark 357

// remark 358

// remark 359

// remark 360

// remark 361

// remark 362

// remark 363

// remark 364

// remark 365

// remark 366

// remark 367

// remark 368

// remark 369

// remark 370

// remark 371

// remark 372

// remark 373

// remark 374

// remark 375

// remark 376

// remark 377

// remark 378

// remark 379

// remark 380

// remark 381

// remark 382

// remark 383

// remark 384

// remark 385

// remark 386

// remark 387

// remark 388

// remark 389

// remark 390

// remark 391

// remark 392

// remark 393

// remark 394

// remark 395

// remark 396

// remark 397

// remark 398

// remark 399

// remark 400

export const short = 1;
